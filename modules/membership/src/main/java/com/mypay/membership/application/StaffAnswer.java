package com.mypay.membership.application;

/**
 * What each command on staff answers.
 *
 * @param login names the employee
 * @param status as it is now
 */
public record StaffAnswer(String login, String status) {}
