/**
 * Real money at real banks. Owns the members' registered bank accounts (연동 계좌), the operator's contracts with the banks
 * (펌뱅킹 계약) and its corporate accounts (법인 계좌), and every firmbanking (펌뱅킹): one instruction to one bank, which costs a
 * fixed fee per call and is therefore written down before it is sent, asked about when its answer is lost, and never sent
 * again on a guess. Nobody else calls a bank.
 */
@NullMarked
package com.mypay.banking;

import org.jspecify.annotations.NullMarked;
