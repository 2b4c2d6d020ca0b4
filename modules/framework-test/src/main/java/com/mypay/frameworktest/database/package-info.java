/**
 * The database of repository tests: H2 in Oracle mode with a schema's real scripts and real rights, EclipseLink with the
 * service's real persistence unit, and every statement through the Oracle gate.
 */
@NullMarked
package com.mypay.frameworktest.database;

import org.jspecify.annotations.NullMarked;
