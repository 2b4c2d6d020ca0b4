@NullMarked
package com.mypay.framework.config;

import org.jspecify.annotations.NullMarked;
