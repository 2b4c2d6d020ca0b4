@NullMarked
package com.mypay.logs.domain;

import org.jspecify.annotations.NullMarked;
