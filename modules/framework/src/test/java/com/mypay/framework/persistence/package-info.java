@NullMarked
package com.mypay.framework.persistence;

import org.jspecify.annotations.NullMarked;
