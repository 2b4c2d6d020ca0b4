/** The outside: the telecom operators' identity check. */
@NullMarked
package com.mypay.membership.application.port;

import org.jspecify.annotations.NullMarked;
