/** Lines, their sources and days, what is put aside, what is archived. */
@NullMarked
package com.mypay.logs.domain;

import org.jspecify.annotations.NullMarked;
