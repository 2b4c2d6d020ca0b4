@NullMarked
package com.mypay.membership.domain;

import org.jspecify.annotations.NullMarked;
