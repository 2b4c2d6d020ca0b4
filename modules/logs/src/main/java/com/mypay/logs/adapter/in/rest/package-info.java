/** What staff may find out about a transaction, and about the logs themselves. */
@NullMarked
package com.mypay.logs.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
