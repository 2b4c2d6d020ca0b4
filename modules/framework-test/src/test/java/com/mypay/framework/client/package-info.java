@NullMarked
package com.mypay.framework.client;

import org.jspecify.annotations.NullMarked;
