/** One class per use case of the logs. */
@NullMarked
package com.mypay.logs.application;

import org.jspecify.annotations.NullMarked;
