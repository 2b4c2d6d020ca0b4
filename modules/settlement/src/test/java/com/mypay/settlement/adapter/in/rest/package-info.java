@NullMarked
package com.mypay.settlement.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
