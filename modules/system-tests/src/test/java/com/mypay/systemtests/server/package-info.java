/** The whole server as an installation runs it: features, health, documents, limits, the batch console. */
@NullMarked
package com.mypay.systemtests.server;

import org.jspecify.annotations.NullMarked;
