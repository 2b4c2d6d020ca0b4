/** Membership (회원) owns who takes part: members, franchises, staff. Other services learn of changes by its events (address {@code membership.events}) or ask {@code find/member}. It knows nothing of money. */
@NullMarked
package com.mypay.membership;

import org.jspecify.annotations.NullMarked;
