"""
ministack, with what it lacks and our mail stack asks (infra/dns-records.ts): the DKIM records of an AWS::SES::EmailIdentity
(CloudFormation resource reference, "Return values"). Delete this file once ministack has DkimDNSTokenName1.
"""

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

main()
