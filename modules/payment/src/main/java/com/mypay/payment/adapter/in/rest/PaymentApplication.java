package com.mypay.payment.adapter.in.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** {@code /payment}. */
@ApplicationPath("/")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "MyPay payment",
                        version = "1",
                        description = "Payments, cancellations, commission terms (결제, 취소, 수수료)"))
public class PaymentApplication extends Application {}
