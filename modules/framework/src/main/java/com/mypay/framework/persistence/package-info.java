/** What JPA and JDBC adapters share: converters, the GUID on the database session. */
@NullMarked
package com.mypay.framework.persistence;

import org.jspecify.annotations.NullMarked;
