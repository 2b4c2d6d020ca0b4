package com.mypay.banksimulator.domain;

/** A bank (은행): its names, what it takes for one call, and the most it moves in one transfer. */
public record Bank(BankCode code, String nameKo, String nameEn, Won feePerCall, Won transferLimit) {}
