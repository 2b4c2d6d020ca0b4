@NullMarked
package com.mypay.remittance.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
