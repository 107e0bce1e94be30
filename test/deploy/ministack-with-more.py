"""
ministack, with what it lacks and our stacks ask: the DKIM records of an AWS::SES::EmailIdentity (infra/dns-records.ts;
CloudFormation resource reference, "Return values"); the type AWS::Cognito::ManagedLoginBranding (infra/sign-in-stack.ts) and those
of receiving mail, AWS::SES::ReceiptRuleSet and AWS::SES::ReceiptRule (infra/inbound-stack.ts), of which it makes nothing. Take
each out once ministack has it: DkimDNSTokenName1, and a handler of its own for the others.
"""

import uuid

from ministack.app import main
from ministack.services import ses_v2
from ministack.services.cloudformation import provisioners

identity = provisioners._RESOURCE_HANDLERS["AWS::SES::EmailIdentity"]


def with_dkim(handle):
    def handled(*args, **named):
        name, attributes = handle(*args, **named)
        for nth, token in enumerate(ses_v2._dkim_tokens(name), start=1):
            attributes[f"DkimDNSTokenName{nth}"] = f"{token}._domainkey.{name}"
            attributes[f"DkimDNSTokenValue{nth}"] = f"{token}.dkim.amazonses.com"
        return name, attributes

    return handled


identity["create"] = with_dkim(identity["create"])
identity["update"] = with_dkim(identity["update"])

branding = "AWS::Cognito::ManagedLoginBranding"
assert branding not in provisioners._RESOURCE_HANDLERS, f"ministack has {branding}: take it out here and in limits.ts"


def without_a_style(_logical_id, props, _stack_name):
    made = str(uuid.uuid4())
    return f"{props['UserPoolId']}|{made}", {"ManagedLoginBrandingId": made}


provisioners._RESOURCE_HANDLERS[branding] = {"create": without_a_style, "delete": lambda *_: None}


def with_a_name(of):
    def made(_logical_id, props, _stack_name):
        return of(props), {}

    return made


receiving = {
    "AWS::SES::ReceiptRuleSet": lambda props: props["RuleSetName"],
    "AWS::SES::ReceiptRule": lambda props: props["Rule"]["Name"],
}
for kind, name_of in receiving.items():
    assert kind not in provisioners._RESOURCE_HANDLERS, f"ministack has {kind}: take it out here and in limits.ts"
    provisioners._RESOURCE_HANDLERS[kind] = {"create": with_a_name(name_of), "delete": lambda *_: None}

main()
