@NullMarked
package com.mypay.banking.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
