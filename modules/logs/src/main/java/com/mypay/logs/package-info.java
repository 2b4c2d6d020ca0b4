/**
 * The three logs of all services: takes image (전문), business and error lines from the broker into tables by day, finds
 * everything of one business transaction again, and brings each day into an archive before its table is used for the
 * next month.
 */
@NullMarked
package com.mypay.logs;

import org.jspecify.annotations.NullMarked;
