/** What can be asked of membership: one class per use case. */
@NullMarked
package com.mypay.membership.application;

import org.jspecify.annotations.NullMarked;
