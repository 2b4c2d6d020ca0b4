/** What members, staff and other services can have banking do. */
@NullMarked
package com.mypay.banking.application;

import org.jspecify.annotations.NullMarked;
