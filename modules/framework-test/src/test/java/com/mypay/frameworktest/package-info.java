@NullMarked
package com.mypay.frameworktest;

import org.jspecify.annotations.NullMarked;
