package com.mypay.framework.config;

/** A setting that the product can't start with: one line, the key and the remedy. */
public class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(String key, String remedy) {
        super("MYPAY-CONFIG " + key + ": " + remedy);
    }
}
