/** The embedded database, from outside. */
@NullMarked
package com.mypay.platform.database;

import org.jspecify.annotations.NullMarked;
