/** Accounts, contracts and firmbankings: what they are and what may become of them. */
@NullMarked
package com.mypay.banking.domain;

import org.jspecify.annotations.NullMarked;
