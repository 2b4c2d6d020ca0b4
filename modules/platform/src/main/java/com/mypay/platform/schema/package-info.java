/** Brings the schemas of all services up to date, on the embedded database and on Oracle. */
@NullMarked
package com.mypay.platform.schema;

import org.jspecify.annotations.NullMarked;
