@NullMarked
package com.mypay.membership.adapter.out.persistence;

import org.jspecify.annotations.NullMarked;
