@NullMarked
package com.mypay.membership.application;

import org.jspecify.annotations.NullMarked;
