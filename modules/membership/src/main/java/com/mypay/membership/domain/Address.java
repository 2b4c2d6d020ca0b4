package com.mypay.membership.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Where a member lives or trades, as far as the business asks for it.
 *
 * @param province 시도: {@code 서울특별시}
 * @param district 시군구: {@code 강남구}
 */
@Embeddable
public record Address(
        @Column(name = "PROVINCE") String province,
        @Column(name = "DISTRICT") String district) {}
