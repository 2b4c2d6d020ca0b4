/** Money in its database. */
@NullMarked
package com.mypay.money.adapter.out.persistence;

import org.jspecify.annotations.NullMarked;
