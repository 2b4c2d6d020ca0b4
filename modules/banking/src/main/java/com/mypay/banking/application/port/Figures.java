package com.mypay.banking.application.port;

import com.mypay.banking.domain.Firmbanking;

/** What the operator's monitoring wants to know. */
public interface Figures {

    /** Its end has become known, or that it is unknown; told once for each. */
    void reached(Firmbanking firmbanking);
}
