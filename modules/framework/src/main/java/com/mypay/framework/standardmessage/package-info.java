/**
 * An example of a house's standard message (표준전문): its header as a layout of fields with lengths in bytes, written and
 * read as JSON and as fixed-length bytes. A project copies it and writes its own house's fields into {@link
 * com.mypay.framework.standardmessage.HeaderField}.
 */
@NullMarked
package com.mypay.framework.standardmessage;

import org.jspecify.annotations.NullMarked;
