package com.mypay.logs.domain;

/** One of the three logs: each has its own queues, account and schema. */
public enum LogKind {
    /** 이미지로그(전문): each request and answer at each edge. */
    IMAGE,
    /** 업무로그: what the business did. */
    BUSINESS,
    /** 에러로그: what failed. */
    ERROR
}
