/** Money in its database: locks, rights, statements, audit. */
@NullMarked
package com.mypay.money.adapter.out.persistence;

import org.jspecify.annotations.NullMarked;
