@NullMarked
package com.mypay.framework.rest;

import org.jspecify.annotations.NullMarked;
