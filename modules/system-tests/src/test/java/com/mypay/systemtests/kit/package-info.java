/** What the scenarios are written with: an installation that runs, its APIs, the banks, members and franchises. */
@NullMarked
package com.mypay.systemtests.kit;

import org.jspecify.annotations.NullMarked;
