@NullMarked
package com.mypay.frameworktest.architecture.canary.good.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
