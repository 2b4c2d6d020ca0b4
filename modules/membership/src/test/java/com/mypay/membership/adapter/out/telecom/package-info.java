@NullMarked
package com.mypay.membership.adapter.out.telecom;

import org.jspecify.annotations.NullMarked;
