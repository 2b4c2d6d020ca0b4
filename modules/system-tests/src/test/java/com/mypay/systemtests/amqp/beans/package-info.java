/** The application of these tests: it is packed into a WAR and runs in the server, not in the tests. */
@NullMarked
package com.mypay.systemtests.amqp.beans;

import org.jspecify.annotations.NullMarked;
