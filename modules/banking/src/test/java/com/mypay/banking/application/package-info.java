@NullMarked
package com.mypay.banking.application;

import org.jspecify.annotations.NullMarked;
