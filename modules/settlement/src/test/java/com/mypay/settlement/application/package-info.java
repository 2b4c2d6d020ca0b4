@NullMarked
package com.mypay.settlement.application;

import org.jspecify.annotations.NullMarked;
