/** Members and staff, their life and their rules. */
@NullMarked
package com.mypay.membership.domain;

import org.jspecify.annotations.NullMarked;
