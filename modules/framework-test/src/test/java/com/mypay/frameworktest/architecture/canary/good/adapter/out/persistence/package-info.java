@NullMarked
package com.mypay.frameworktest.architecture.canary.good.adapter.out.persistence;

import org.jspecify.annotations.NullMarked;
