/** Members and staff in the schema MEMBERSHIP. */
@NullMarked
package com.mypay.membership.adapter.out.persistence;

import org.jspecify.annotations.NullMarked;
