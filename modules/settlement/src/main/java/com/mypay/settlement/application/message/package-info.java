/** The messages that settlement takes in and sends, as their contracts name their fields. */
@NullMarked
package com.mypay.settlement.application.message;

import org.jspecify.annotations.NullMarked;
