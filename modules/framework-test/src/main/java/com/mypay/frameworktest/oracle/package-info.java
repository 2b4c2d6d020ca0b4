/**
 * The gate that SQL passes before anybody says it is meant for Oracle: Oracle's grammar plus the rules of this house.
 * It replaces no Oracle server: it finds early what an Oracle server would refuse.
 */
@NullMarked
package com.mypay.frameworktest.oracle;

import org.jspecify.annotations.NullMarked;
