/** The three logs in the database. */
@NullMarked
package com.mypay.logs.adapter.out.persistence;

import org.jspecify.annotations.NullMarked;
