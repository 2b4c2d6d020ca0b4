/**
 * The embedded default of MyPay: a database server and a broker, each its own small process on the loopback
 * interface, and the runner that brings the schemas up to date. An installation that has an Oracle database and a
 * broker of its own uses the runner alone.
 */
@NullMarked
package com.mypay.platform;

import org.jspecify.annotations.NullMarked;
