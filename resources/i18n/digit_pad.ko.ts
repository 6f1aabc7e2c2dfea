<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>digit_pad</name>
    <message>
        <source>No number: some function of the network has no value there</source>
        <translation>수가 아닙니다. 신경망의 어떤 함수가 그 자리에서 값을 갖지 않습니다</translation>
    </message>
    <message>
        <source>Waiting for a network</source>
        <translation>신경망을 기다리는 중입니다</translation>
    </message>
    <message>
        <source>Nothing is drawn yet</source>
        <translation>아직 그린 것이 없습니다</translation>
    </message>
    <message>
        <source>{p} %, no other above 0.1 %</source>
        <translation>{p}%, 나머지는 모두 0.1% 미만</translation>
    </message>
    <message>
        <source>{p} %, then {second} with {q} %</source>
        <translation>{p}%, 다음은 {second} ({q}%)</translation>
    </message>
    <message>
        <source>Not sure: {best} with {p} %, or {second} with {q} %</source>
        <translation>확실하지 않습니다: {best} ({p}%) 또는 {second} ({q}%)</translation>
    </message>
    <message>
        <source>erase</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>draw a stroke</source>
        <translation>획 그리기</translation>
    </message>
    <message>
        <source>take back a stroke</source>
        <translation>획 되돌리기</translation>
    </message>
    <message>
        <source>clear the canvas</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>change the pen</source>
        <translation>펜 굵기 바꾸기</translation>
    </message>
    <message>
        <source>The forward pass follows your pen ({keys} shows it).</source>
        <translation>순전파가 펜을 따라갑니다 ({keys} 키로 봅니다).</translation>
    </message>
    <message>
        <source>Canvas for a digit</source>
        <translation>숫자를 그리는 그림판</translation>
    </message>
    <message>
        <source>Draw a digit from 0 to 9 with the mouse or a pen</source>
        <translation>마우스나 펜으로 0부터 9까지의 숫자를 그려 보세요</translation>
    </message>
    <message>
        <source>With the keyboard: arrows move the pen, Space puts it down and takes it up</source>
        <translation>키보드로 그리려면 화살표 키로 펜을 움직이고 스페이스 키로 내리거나 드세요</translation>
    </message>
    <message>
        <source>Undo stroke</source>
        <translation>획 취소</translation>
    </message>
    <message>
        <source>Take back the last stroke</source>
        <translation>마지막 획을 되돌립니다</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>지우개</translation>
    </message>
    <message>
        <source>Erase with the pen (E)</source>
        <translation>펜으로 지웁니다 (E)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>Clear the canvas (C)</source>
        <translation>그림판을 비웁니다 (C)</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>신경망이 보는 그림</translation>
    </message>
    <message>
        <source>Follow it through the network</source>
        <translation>신경망에서 따라가 보기</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>추론</translation>
    </message>
    <message>
        <source>28×28 pixels. The frame is the 20×20 box that a digit is scaled to, the cross the middle.</source>
        <translation>28×28 픽셀입니다. 테두리는 숫자의 크기를 맞추는 20×20 상자, 십자는 한가운데입니다.</translation>
    </message>
    <message>
        <source>Ten probabilities</source>
        <translation>열 가지 확률</translation>
    </message>
    <message>
        <source>Your ink is cut out, its longer side scaled to 20 pixels, and its centre of mass moved to the middle, as it was done with the digits that the network learned from.</source>
        <translation>그린 부분만 잘라 긴 변을 20픽셀로 맞추고, 무게 중심을 가운데로 옮깁니다. 신경망이 학습한 숫자도 이렇게 다듬은 것입니다.</translation>
    </message>
    <message>
        <source>Make this digit the batch of one that goes through the network</source>
        <translation>이 숫자 한 장을 배치로 삼아 순전파에서 한 단계씩 봅니다</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>펜</translation>
    </message>
    <message>
        <source>Width of the pen</source>
        <translation>펜 굵기</translation>
    </message>
    <message>
        <source>Width of the pen, in percent of the canvas side. The wheel changes it, too.</source>
        <translation>펜 굵기입니다(그림판 한 변의 %). 마우스 휠로도 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
</context>
</TS>
