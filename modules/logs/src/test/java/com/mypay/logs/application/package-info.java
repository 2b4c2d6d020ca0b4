@NullMarked
package com.mypay.logs.application;

import org.jspecify.annotations.NullMarked;
