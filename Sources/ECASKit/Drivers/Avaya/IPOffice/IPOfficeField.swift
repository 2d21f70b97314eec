/// The fields of a record by their index in the documentation, from 0 (IP Office Manager, "SMDR Fields").
enum IPOfficeField {
    static let callStart = 0
    static let connectedTime = 1
    static let ringTime = 2
    static let caller = 3
    static let direction = 4
    static let calledNumber = 5
    static let dialledNumber = 6
    static let account = 7
    static let isInternal = 8
    static let callID = 9
    static let continuation = 10
    static let party1Device = 11
    static let party1Name = 12
    static let party2Device = 13
    static let party2Name = 14
    static let holdTime = 15
    static let parkTime = 16
    static let authorisationCode = 18
    static let userCharged = 19
    static let callCharge = 20
    static let currency = 21
    static let amountAtLastUserChange = 22
    static let callUnits = 23
    static let costPerUnit = 25
    static let markUp = 26
    static let targetingCause = 27
    static let targeter = 28
    static let targetedNumber = 29
    static let callerCallID = 31
    static let calledCallID = 33
    static let recordTime = 34
    static let callerVerification = 36
}
